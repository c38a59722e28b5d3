namespace Tessera.Segments.Text;

/// <summary>What the parser would have accepted where a text ends: what completion offers.</summary>
/// <remarks>Kept up to the first thing that must stand there; what is tried after it was missed means nothing.</remarks>
internal sealed class Expectations
{
    private readonly List<string> words = [];
    private readonly List<Slot> slots = [];
    private IReadOnlyList<string> unfit = [];
    private bool isClosed;

    /// <summary>The words and signs, each once.</summary>
    internal IReadOnlyList<string> Words => words;

    /// <summary>The names, values and amounts.</summary>
    internal IReadOnlyList<Slot> Slots => slots;

    internal void Add(string word)
    {
        if (!isClosed && !words.Contains(word, StringComparer.Ordinal) && !unfit.Contains(word, StringComparer.Ordinal))
        {
            words.Add(word);
        }
    }

    internal void Add(Slot slot)
    {
        if (!isClosed)
        {
            slots.Add(slot);
        }
    }

    /// <summary>From here on, words of which it is known that they would not suit.</summary>
    internal void LeaveOut(IReadOnlyList<string> those) => unfit = those;

    internal void Close() => isClosed = true;
}
