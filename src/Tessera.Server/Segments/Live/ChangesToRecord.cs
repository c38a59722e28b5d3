namespace Tessera.Server.Segments.Live;

/// <summary>What is to be recorded of a customer so that what is recorded says whether they are a member.</summary>
/// <remarks>
/// There are two who read it: change by change under one id, where entering and leaving take turns, and over all identifiers that are the customer's today, where the latest
/// change counts. After a merge the two may differ: a customer is in a segment, and an identifier that is theirs now left it later than they entered.
/// </remarks>
internal static class ChangesToRecord
{
    private static readonly bool[] None = [];
    private static readonly bool[] Enters = [true];
    private static readonly bool[] Leaves = [false];
    private static readonly bool[] EntersAndLeaves = [true, false];
    private static readonly bool[] LeavesAndEnters = [false, true];

    /// <summary>The changes in order: true where the customer enters.</summary>
    /// <param name="isMember">Whether they are a member.</param>
    /// <param name="wasMember">Whether they are by the latest change of all identifiers that are theirs today.</param>
    /// <param name="wasNoted">Whether they are by the latest change under their own id.</param>
    public static IReadOnlyList<bool> Of(bool isMember, bool wasMember, bool wasNoted) => (isMember, wasMember, wasNoted) switch
    {
        (true, true, true) or (false, false, false) => None,
        (true, _, false) => Enters,
        (false, _, true) => Leaves,
        (true, false, true) => LeavesAndEnters,
        (false, true, false) => EntersAndLeaves,
    };
}
