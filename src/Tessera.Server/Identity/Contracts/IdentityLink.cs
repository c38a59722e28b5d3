namespace Tessera.Server.Identity.Contracts;

/// <summary>A call named two identifiers, so they are one customer's, as far as the rules let them be.</summary>
/// <param name="One">The identifier of the two with the smaller id.</param>
/// <param name="Other">The other one.</param>
/// <param name="Evidence">The first call that said so.</param>
/// <param name="IsExplicit">Whether an alias call said so, which counts whatever the limits are.</param>
internal sealed record IdentityLink(IdentityNode One, IdentityNode Other, Evidence Evidence, bool IsExplicit)
{
    /// <summary>The link of two identifiers, in whichever order they are given.</summary>
    public static IdentityLink Between(IdentityNode left, IdentityNode right, Evidence evidence, bool isExplicit) =>
        left.Id.CompareTo(right.Id) <= 0 ? new IdentityLink(left, right, evidence, isExplicit) : new IdentityLink(right, left, evidence, isExplicit);

    /// <summary>The two calls' word together: the first of them is the evidence.</summary>
    public IdentityLink With(IdentityLink same) => this with
    {
        Evidence = same.Evidence < Evidence ? same.Evidence : Evidence,
        IsExplicit = IsExplicit || same.IsExplicit,
    };
}
