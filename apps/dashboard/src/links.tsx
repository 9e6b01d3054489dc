import { createLink } from '@tanstack/react-router';
import { ButtonAnchor } from './ui/button.tsx';
import { SubTabAnchor, TabAnchor } from './ui/tabs.tsx';

/** Typed router links in the shape of our parts. */
export const ButtonLink = createLink(ButtonAnchor);
export const TabLink = createLink(TabAnchor);
export const SubTabLink = createLink(SubTabAnchor);
