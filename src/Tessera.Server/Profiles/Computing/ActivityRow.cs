namespace Tessera.Server.Profiles.Computing;

/// <summary>What a customer's calls come to, as the engine answers it.</summary>
/// <param name="Owner">The customer.</param>
/// <param name="Seen">The first call under each identifier that calls are stored under.</param>
/// <param name="Sessions">Runs of activity without <see cref="ProfileActivity.Silence"/> between.</param>
/// <param name="DaysActive">Days of the workspace's time zone with activity.</param>
/// <param name="Devices">Devices, by the id that a call's context gives, or else by anonymous ids.</param>
/// <param name="Context">The latest context; empty when no call has one.</param>
/// <param name="Touch">The context of the first call that says from where the customer came; empty when none does.</param>
/// <param name="Company">The company that the latest group call names; empty when there was none.</param>
internal sealed record ActivityRow(
    Guid Owner,
    IReadOnlyList<(Guid Node, (DateTimeOffset Time, string MessageId, string Source) First)> Seen,
    long Sessions,
    long DaysActive,
    long Devices,
    string Context,
    string Touch,
    string Company)
{
    /// <summary>Of a customer without calls.</summary>
    public static ActivityRow None(Guid owner) => new(owner, [], 0, 0, 0, string.Empty, string.Empty, string.Empty);
}
