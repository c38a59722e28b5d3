using Dapper;
using Tessera.Server.Hosting;
using Tessera.Server.Privacy.Contracts;

namespace Tessera.Server.Destinations.Webhooks.Delivering;

/// <summary>Forgets the deliveries about a person, whether they were made, wait or are dead. What a receiver has got is out of reach.</summary>
internal sealed class DeliveryErasure(MetadataDatabase metadata) : IErasable
{
    public ErasureStage Stage => ErasureStage.Metadata;

    public async Task EraseAsync(ErasedPerson person, CancellationToken cancellationToken)
    {
        await using var connection = await metadata.OpenAsync(cancellationToken);
        foreach (var node in person.Nodes)
        {
            await connection.ExecuteAsync(
                "DELETE FROM webhook_deliveries WHERE profile_id = @Profile AND webhook IN (SELECT id FROM webhooks WHERE workspace = @Workspace)",
                new { Profile = node.ToString("D"), Workspace = person.Workspace.Value });
        }
    }
}
