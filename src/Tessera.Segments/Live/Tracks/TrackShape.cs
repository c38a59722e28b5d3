namespace Tessera.Segments.Live.Tracks;

/// <summary>What a track keeps of each entry beside its time.</summary>
/// <param name="HasIds">The message id, which orders entries of one instant.</param>
/// <param name="HasTexts">A text.</param>
/// <param name="HasNumbers">A whole number.</param>
/// <param name="Bits">How many answers of yes or no.</param>
/// <param name="Dates">How many instants, each of which may be missing.</param>
internal sealed record TrackShape(bool HasIds = false, bool HasTexts = false, bool HasNumbers = false, int Bits = 0, int Dates = 0)
{
    internal const int BitsPerWord = 64;

    internal int Words => (Bits + BitsPerWord - 1) / BitsPerWord;
}
