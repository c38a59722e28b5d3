using System.Runtime.InteropServices;

namespace Tessera.Server.Identity.Contracts;

/// <summary>The call that says something: evidence is ordered by when the call happened, then by its message id, never by when it arrived.</summary>
/// <param name="Time">When it happened.</param>
/// <param name="MessageId">Its id.</param>
/// <param name="Source">The source that sent it, or empty.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Evidence(DateTimeOffset Time, string MessageId, string Source) : IComparable<Evidence>
{
    public static bool operator <(Evidence left, Evidence right) => left.CompareTo(right) < 0;

    public static bool operator >(Evidence left, Evidence right) => left.CompareTo(right) > 0;

    public static bool operator <=(Evidence left, Evidence right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Evidence left, Evidence right) => left.CompareTo(right) >= 0;

    public int CompareTo(Evidence other)
    {
        var byTime = Time.CompareTo(other.Time);
        return byTime != 0 ? byTime : string.CompareOrdinal(MessageId, other.MessageId);
    }
}
