namespace Tessera.Server.Hosting;

/// <summary>
/// Something a capability does at every start once metadata is migrated, in the order of <see cref="Capabilities"/>, before the
/// engine is started and anything is answered. Long work belongs into a hosted service instead.
/// </summary>
internal interface IStartupStep
{
    Task RunAsync(CancellationToken cancellationToken);
}
