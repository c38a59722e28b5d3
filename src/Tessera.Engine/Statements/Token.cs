using System.Runtime.InteropServices;

namespace Tessera.Engine.Statements;

/// <summary>A significant piece of a statement: bytes from <paramref name="Start"/> up to, not including, <paramref name="End"/>.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Token(TokenKind Kind, int Start, int End);
