using Tessera.Server.Pipeline.Contracts;
using Tessera.Server.Pipeline.State;
using Tessera.Testing;

namespace Tessera.Server.Tests.Pipeline.State;

public sealed class SqlitePipelineStateTests : PipelineStateContract, IDisposable
{
    private readonly TemporaryDirectory folder = new();

    public void Dispose() => folder.Dispose();

    private protected override Task<IPipelineState> OpenAsync(string logId) =>
        Task.FromResult<IPipelineState>(new SqlitePipelineState(new StateDatabase(folder.Combine("state.db")), logId, TimeProvider.System));
}
