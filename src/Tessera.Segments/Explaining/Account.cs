namespace Tessera.Segments.Explaining;

/// <summary>What is said about one part of a definition.</summary>
/// <param name="Fact">What is so: <c>did Export File 2 times in the last 14 days</c>.</param>
/// <param name="Needed">What it asks for: <c>at least 3</c>.</param>
/// <param name="Denied">What the opposite of it asks for: <c>fewer than 3</c>.</param>
internal sealed record Account(string Fact, string Needed, string Denied)
{
    /// <summary>The value seen, or null.</summary>
    internal object? Value { get; init; }

    /// <summary>The calls that decided it, in order.</summary>
    internal IReadOnlyList<Deed> Deeds { get; init; } = [];

    /// <summary>Whether what is so says already that it is enough.</summary>
    internal bool IsPlain { get; init; }

    internal string Sentence(bool holds) => !holds ? $"{Fact}; needs {Needed}" : IsPlain ? Fact : $"{Fact} (needs {Needed})";

    /// <summary>The same when the opposite is asked.</summary>
    internal Account Opposite() => this with { Needed = Denied, Denied = Needed, IsPlain = false };
}
