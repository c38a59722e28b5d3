using System.Runtime.InteropServices;
using Tessera.Server.Ingestion.Contracts;

namespace Tessera.Server.Ingestion.Tracking;

/// <summary>What was found in the JSON text of one call: where its values stand, and what is wrong with it.</summary>
/// <remarks>Mutable, because the fields come in any order.</remarks>
[StructLayout(LayoutKind.Auto)]
internal struct ParsedCall
{
    /// <summary>Where the call begins in the body.</summary>
    public int Start;

    /// <summary>How long it is.</summary>
    public int Length;

    public CallType Type;
    public TextSlice MessageId;
    public TextSlice UserId;
    public TextSlice AnonymousId;
    public TextSlice Event;
    public TextSlice Name;
    public TextSlice GroupId;
    public TextSlice PreviousId;
    public TextSlice Properties;
    public TextSlice Traits;
    public TextSlice Context;
    public DateTimeOffset? Timestamp;

    /// <summary>Whether it says with an empty groupId that the customer belongs to no company any more.</summary>
    public bool LeavesCompany;
    public DateTimeOffset? OriginalTimestamp;
    public DateTimeOffset? SentAt;

    /// <summary>Whether its properties, traits or context have a name twice in an object or an integer beyond 64 bits, so that they must be written anew.</summary>
    public bool IsAmbiguous;

    /// <summary>The field that has a number which is too large, and where it stands; null when there is none.</summary>
    public (string Field, TextSlice Value)? TooLargeIn;

    /// <summary>Why the call is refused; null when it is not.</summary>
    public string? Reason;

    /// <summary>The field to blame.</summary>
    public string? Field;

    /// <summary>Notes the first thing that is wrong.</summary>
    public void Refuse(string reason, string field)
    {
        if (Reason is null)
        {
            (Reason, Field) = (reason, field);
        }
    }
}
