using System.Text;

namespace Tessera.Server.Imports.Rows;

/// <summary>A text of a file, as the UTF-8 it came in; characters are made of it only when somebody asks. Immutable, equal by content.</summary>
internal sealed class LineText : IEquatable<LineText>
{
    private readonly byte[] utf8;
    private string? text;

    private LineText(byte[] utf8, string? text)
    {
        this.utf8 = utf8;
        this.text = text;
    }

    /// <summary>No text.</summary>
    public static LineText Empty { get; } = new([], string.Empty);

    /// <summary>The bytes.</summary>
    public ReadOnlySpan<byte> Utf8 => utf8;

    /// <summary>The characters.</summary>
    public string Text => text ??= Encoding.UTF8.GetString(utf8);

    /// <summary>Whether there is no text.</summary>
    public bool IsEmpty => utf8.Length == 0;

    /// <summary>What was found out about this text as a product's code: its type, and the description it had then.</summary>
    public (LineText Description, string Type)? Product { get; set; }

    public static implicit operator LineText(string text) => Of(text);

    /// <summary>A text of bytes; they are copied.</summary>
    public static LineText Of(ReadOnlySpan<byte> utf8) => utf8.IsEmpty ? Empty : new LineText(utf8.ToArray(), text: null);

    /// <summary>A text of characters.</summary>
    public static LineText Of(string text) => text.Length == 0 ? Empty : new LineText(Encoding.UTF8.GetBytes(text), text);

    public bool Equals(LineText? other) => ReferenceEquals(this, other) || (other is not null && Utf8.SequenceEqual(other.Utf8));

    public override bool Equals(object? obj) => Equals(obj as LineText);

    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => Text;
}
