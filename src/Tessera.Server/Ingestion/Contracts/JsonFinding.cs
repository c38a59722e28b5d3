namespace Tessera.Server.Ingestion.Contracts;

/// <summary>What stands in the way of a JSON value being read alike by everybody.</summary>
[Flags]
internal enum JsonFinding
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>An object names something twice, or an integer has more than 64 bits: <see cref="PlainJson.Rewrite"/> settles it.</summary>
    Ambiguous = 1,

    /// <summary>A number is too large for any reader.</summary>
    NumberTooLarge = 2,

    /// <summary>An escape stands for half a character.</summary>
    HalfCharacter = 4,
}
