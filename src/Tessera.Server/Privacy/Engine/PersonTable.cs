namespace Tessera.Server.Privacy.Engine;

/// <summary>A table of the engine that keeps something of profiles.</summary>
/// <param name="Name">Its name.</param>
/// <param name="HasWorkspace">Whether its rows say of which workspace they are.</param>
/// <param name="HasProfile">Whether it has the column <c>profile_id</c>.</param>
/// <param name="HasNode">Whether it has the column <c>node_id</c>.</param>
/// <param name="HasReceived">Whether its rows say when they were received, so that those that came after the request can be told.</param>
internal sealed record PersonTable(string Name, bool HasWorkspace, bool HasProfile, bool HasNode, bool HasReceived)
{
    /// <summary>The condition on the rows of a person, with the placeholders <c>nodes</c>, and where the table has them <c>workspace</c> and <c>until</c>.</summary>
    public string Condition => string.Join(" AND ", Parts());

    private IEnumerable<string> Parts()
    {
        if (HasWorkspace)
        {
            yield return "workspace = {workspace:String}";
        }

        yield return (HasProfile, HasNode) switch
        {
            (true, true) => "(profile_id IN {nodes:Array(UUID)} OR node_id IN {nodes:Array(UUID)})",
            (true, false) => "profile_id IN {nodes:Array(UUID)}",
            _ => "node_id IN {nodes:Array(UUID)}",
        };
        if (HasReceived)
        {
            yield return "(received_at <= {until:DateTime64(6, 'UTC')} OR import_id != toUUID('00000000-0000-0000-0000-000000000000'))";
        }
    }
}
