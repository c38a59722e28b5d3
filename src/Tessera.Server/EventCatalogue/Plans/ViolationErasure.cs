using Dapper;
using Tessera.ClickHouse;
using Tessera.Server.Hosting;
using Tessera.Server.Privacy.Contracts;

namespace Tessera.Server.EventCatalogue.Plans;

/// <summary>Takes a person's calls out of the examples of violations; the counts stay, which are about nobody.</summary>
/// <remarks>Which calls are theirs is asked of the engine, so it is done before they are deleted there.</remarks>
internal sealed class ViolationErasure(MetadataDatabase metadata, ClickHouseClient engine) : IErasable
{
    private const int CallsPerQuestion = 1000;

    private static readonly Statement Theirs = new(
        """
        SELECT DISTINCT message_id
        FROM events
        WHERE workspace = {workspace:String} AND profile_id IN {nodes:Array(UUID)} AND message_id IN {messages:Array(String)}
        """);

    public ErasureStage Stage => ErasureStage.State;

    public async Task EraseAsync(ErasedPerson person, CancellationToken cancellationToken)
    {
        await using var connection = await metadata.OpenAsync(cancellationToken);
        var examples = await connection.QueryAsync<string>(
            "SELECT DISTINCT message_id FROM plan_violations WHERE workspace = @Workspace AND message_id <> ''", new { Workspace = person.Workspace.Value });
        foreach (var messages in examples.Chunk(CallsPerQuestion))
        {
            var theirs = await engine.ListAsync<string>(
                Theirs.With("workspace", person.Workspace.Value).With("nodes", person.Nodes).With("messages", messages), cancellationToken);
            foreach (var message in theirs)
            {
                await connection.ExecuteAsync(
                    "UPDATE plan_violations SET seen = '', message_id = '' WHERE workspace = @Workspace AND message_id = @Message",
                    new { Workspace = person.Workspace.Value, Message = message });
            }
        }
    }
}
