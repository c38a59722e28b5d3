using Tessera.ClickHouse;
using Tessera.Domain;
using Tessera.Server.Imports.Planning;
using Tessera.Server.Workspaces.Contracts;

namespace Tessera.Server.Imports.Orders;

/// <summary>Decides in which currency an import's amounts are and what they are worth in the workspace's.</summary>
internal sealed class ImportMoney(ClickHouseClient client, IWorkspaceDirectory workspaces)
{
    /// <summary>The rules for an import's money, and what to tell about them.</summary>
    /// <param name="Rules">The rules.</param>
    /// <param name="Notes">The notes.</param>
    /// <param name="Adopted">The currency that the workspace takes over with the import, once that is published; null when it keeps its own.</param>
    public sealed record Decision(MoneyRules Rules, IReadOnlyList<string> Notes, string? Adopted);

    /// <summary>The workspace of an import.</summary>
    /// <exception cref="ImportException">It is gone.</exception>
    public async Task<Workspace> WorkspaceAsync(WorkspaceKey key, CancellationToken cancellationToken) =>
        await workspaces.FindAsync(key, cancellationToken) ?? throw ImportErrors.WorkspaceGone(key);

    /// <summary>Makes the rules. A workspace without any orders takes over the currency of its first file, when that is published.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="named">The currency that the file names, or null.</param>
    /// <param name="options">What the sender says: currency, rates.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Decision> RulesAsync(Workspace workspace, string? named, ImportOptions options, CancellationToken cancellationToken)
    {
        var rates = OptionReader.Rates(options);
        var signs = new SharedSigns(OptionReader.Currency(options), workspace.Currency);
        if (named is not null && named != workspace.Currency && !rates.ContainsKey(named) && !await HasOrdersAsync(new WorkspaceKey(workspace.Key), cancellationToken))
        {
            return new Decision(
                new MoneyRules(named, named, rates) { Signs = signs },
                [$"The workspace's currency is {named} now, as in the file; it was {workspace.Currency} and had no orders."],
                Adopted: named);
        }

        var notes = named is null
            ? new[] { $"The file names no currency: its amounts are taken for {workspace.Currency}, the workspace's. Give the option currency if they are not." }
            : [];
        return new Decision(new MoneyRules(workspace.Currency, named ?? workspace.Currency, rates) { Signs = signs }, notes, Adopted: null);
    }

    /// <summary>Gives the workspace of an import the currency that it takes over with it.</summary>
    public async Task AdoptAsync(WorkspaceKey workspace, string? currency, CancellationToken cancellationToken)
    {
        if (currency is not null)
        {
            await workspaces.SetCurrencyAsync(workspace, currency, cancellationToken);
        }
    }

    private async Task<bool> HasOrdersAsync(WorkspaceKey workspace, CancellationToken cancellationToken) =>
        await client.FirstOrDefaultAsync<byte>(
            new Statement("SELECT toUInt8(1) FROM order_lines WHERE workspace = {workspace:String} LIMIT 1").With("workspace", workspace.Value), cancellationToken) == 1;
}
