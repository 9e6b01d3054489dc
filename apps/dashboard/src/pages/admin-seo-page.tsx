import { useMayHere } from '../admin-site.ts';
import { seoWords as words } from '../messages/seo.ts';
import { usePageTitle } from '../page-title.ts';
import { SeoForm } from '../seo/seo-form.tsx';
import { SeoList } from '../seo/seo-list.tsx';
import { MISSING } from '../seo/seo-queries.ts';
import { SeoReader } from '../seo/seo-reader.tsx';
import { Button } from '../ui/button.tsx';
import { Drawer } from '../ui/drawer.tsx';
import { focusRowSoon } from '../ui/focus-row.ts';
import { PageHeader } from '../ui/page-header.tsx';
import { useArea } from '../use-area.ts';

export function AdminSeoPage() {
  const { site, search, item, link, open, close, show } = useArea('seo');
  const mayWrite = useMayHere()('seo.write');
  usePageTitle(words.title, site.name);
  const shut = () => void close().then(() => item !== undefined && focusRowSoon(item));
  return (
    <>
      <PageHeader title={words.title} />
      <SeoList
        site={site}
        filter={{ q: search.q, missing: MISSING.find((each) => each === search.kind) }}
        current={item}
        onFilter={(change) =>
          show({
            ...('q' in change ? { q: change.q } : {}),
            ...('missing' in change ? { kind: change.missing } : {}),
          })
        }
        link={link}
        onOpen={({ page }) => void open(page.id)}
        drawer={(rows) => {
          if (item === undefined) return null;
          const seo = rows.find(({ page }) => page.id === item);
          return (
            <Drawer key={item} open title={seo?.page.title ?? words.title} onClose={shut}>
              {seo === undefined ? (
                <div className="flex flex-col items-start gap-3">
                  <p>{words.gone}</p>
                  <Button onClick={shut}>{words.back}</Button>
                </div>
              ) : mayWrite ? (
                <SeoForm siteId={site.id} domain={site.domain} seo={seo} />
              ) : (
                <SeoReader seo={seo} />
              )}
            </Drawer>
          );
        }}
      />
    </>
  );
}
