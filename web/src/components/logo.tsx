interface LogoProps {
  size?: number;
}

/** A T laid from tesserae, one of them gold. */
export function Logo({ size = 28 }: LogoProps) {
  return (
    <svg width={size} height={size} viewBox="3 3 26 26" aria-hidden="true" focusable="false">
      <path fill="#8d9df0" d="M5.2 5.6 11.4 5l.3 6.3-6.2.4z" />
      <path fill="#dbe1fb" d="M13 5h6.2v6.3H13z" />
      <path fill="#e6b011" d="m20.7 5 6.1.6-.3 6-6-.3z" />
      <path fill="#6a7fea" d="M13 12.9h6.2v6.2H13z" />
      <path fill="#b5c0f5" d="M13 20.7h6.2l-.4 6.3h-5.4z" />
      <path
        fill="#34427a"
        d="m5.4 13.3 6.2-.4v6.2l-6-.1zM20.5 12.9l6 .3-.3 6-5.7-.1zM5.8 20.6l5.8.1.3 6-5.5-.4zM20.6 20.7l5.5.1-.6 5.6-5.2.5z"
      />
    </svg>
  );
}
