import { Anchor, type AnchorProps, Button, type ButtonProps, Menu, type MenuItemProps } from '@mantine/core';
import { createLink } from '@tanstack/react-router';
import type { AnchorHTMLAttributes, Ref } from 'react';

/** The component library's elements as typed links of the router. */

type Native<Props> = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, keyof Props> & { ref?: Ref<HTMLAnchorElement> };

function ButtonAnchor(props: ButtonProps & Native<ButtonProps>) {
  return <Button component="a" {...props} />;
}

function TextAnchor(props: AnchorProps & Native<AnchorProps>) {
  return <Anchor {...props} />;
}

function MenuAnchor(props: MenuItemProps & Native<MenuItemProps>) {
  return <Menu.Item component="a" {...props} />;
}

export const ButtonLink = createLink(ButtonAnchor);
export const AnchorLink = createLink(TextAnchor);
export const MenuItemLink = createLink(MenuAnchor);
