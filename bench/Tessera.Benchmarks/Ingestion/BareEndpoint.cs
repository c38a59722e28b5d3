using System.Buffers;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Tessera.Benchmarks.Ingestion;

/// <summary>The least that an honest ingestion endpoint does: Kestrel reads the body, one task appends what has come and flushes it to the disk once for all.</summary>
internal sealed class BareEndpoint : IAsyncDisposable
{
    private readonly Channel<(byte[] Buffer, int Length, TaskCompletionSource Durable)> queue =
        Channel.CreateUnbounded<(byte[] Buffer, int Length, TaskCompletionSource Durable)>(new UnboundedChannelOptions { SingleReader = true });

    private readonly FileStream file;
    private readonly WebApplication app;
    private readonly Task writer;

    public BareEndpoint(string path)
    {
        file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.Run(AcceptAsync);
        writer = Task.Run(WriteAsync);
    }

    public Uri Address => new(app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First());

    public Task StartAsync(CancellationToken cancellation) => app.StartAsync(cancellation);

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        queue.Writer.Complete();
        await writer;
        await file.DisposeAsync();
    }

    private async Task AcceptAsync(HttpContext context)
    {
        var buffer = ArrayPool<byte>.Shared.Rent((int)(context.Request.ContentLength ?? 0));
        await context.Request.Body.ReadExactlyAsync(buffer.AsMemory(0, (int)(context.Request.ContentLength ?? 0)));
        var durable = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        queue.Writer.TryWrite((buffer, (int)(context.Request.ContentLength ?? 0), durable));
        await durable.Task;
        ArrayPool<byte>.Shared.Return(buffer);
        context.Response.StatusCode = StatusCodes.Status200OK;
    }

    private async Task WriteAsync()
    {
        var group = new List<TaskCompletionSource>();
        while (await queue.Reader.WaitToReadAsync())
        {
            while (queue.Reader.TryRead(out var item))
            {
                file.Write(item.Buffer, 0, item.Length);
                group.Add(item.Durable);
            }

            file.Flush(flushToDisk: true);
            group.ForEach(durable => durable.SetResult());
            group.Clear();
        }
    }
}
