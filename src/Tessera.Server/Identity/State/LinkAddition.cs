namespace Tessera.Server.Identity.State;

/// <summary>What adding a link changed.</summary>
internal enum LinkAddition
{
    /// <summary>Nothing: it was known.</summary>
    None,

    /// <summary>The two were not linked before.</summary>
    New,

    /// <summary>They were; an earlier call says so too, or an alias call.</summary>
    Changed,
}
