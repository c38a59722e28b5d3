namespace Tessera.Segments.Live.Storage;

/// <summary>Whose state it is.</summary>
internal enum StateKind : byte
{
    /// <summary>A profile's.</summary>
    Profile = 1,

    /// <summary>A company's.</summary>
    Company = 2,
}
