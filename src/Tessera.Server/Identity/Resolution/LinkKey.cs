using System.Runtime.InteropServices;
using Tessera.Server.Identity.Contracts;

namespace Tessera.Server.Identity.Resolution;

/// <summary>The place of a link in the order in which links are taken.</summary>
/// <param name="Evidence">Its first call.</param>
/// <param name="One">The identifier with the smaller id.</param>
/// <param name="Other">The other one.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct LinkKey(Evidence Evidence, Guid One, Guid Other) : IComparable<LinkKey>
{
    public static bool operator <(LinkKey left, LinkKey right) => left.CompareTo(right) < 0;

    public static bool operator >(LinkKey left, LinkKey right) => left.CompareTo(right) > 0;

    public static bool operator <=(LinkKey left, LinkKey right) => left.CompareTo(right) <= 0;

    public static bool operator >=(LinkKey left, LinkKey right) => left.CompareTo(right) >= 0;

    /// <summary>The place of a link.</summary>
    public static LinkKey Of(IdentityLink link) => new(link.Evidence, link.One.Id, link.Other.Id);

    public int CompareTo(LinkKey other) => Evidence.CompareTo(other.Evidence) is not 0 and var byEvidence ? byEvidence
        : One.CompareTo(other.One) is not 0 and var byOne ? byOne
        : Other.CompareTo(other.Other);
}
