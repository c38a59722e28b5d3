using Tessera.Server.Pipeline.Contracts;

namespace Tessera.Server.Pipeline.State;

/// <inheritdoc cref="IStoredMessages"/>
internal sealed class StoredMessages(IPipelineState state) : IStoredMessages
{
    public string StateId => state.Id;

    public IAsyncEnumerable<UInt128[]> LoadAsync(int partition, CancellationToken cancellationToken) => state.LoadMessagesAsync(partition, cancellationToken);
}
