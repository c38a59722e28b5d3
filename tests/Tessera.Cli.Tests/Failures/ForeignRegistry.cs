using System.Formats.Tar;
using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Tessera.Engine;

namespace Tessera.Cli.Tests.Failures;

/// <summary>A registry of packages on this machine that offers something else under every name, in the version asked for.</summary>
internal sealed class ForeignRegistry : IAsyncDisposable
{
    private readonly HttpListener listener = new();
    private readonly byte[] archive = Archive();
    private readonly Task answering;
    private int downloads;

    public ForeignRegistry()
    {
        Address = new Uri($"http://127.0.0.1:{FreePort()}/");
        listener.Prefixes.Add(Address.AbsoluteUri);
        listener.Start();
        answering = AnswerAsync();
    }

    public Uri Address { get; }

    /// <summary>How often the archive was fetched.</summary>
    public int Downloads => downloads;

    public async ValueTask DisposeAsync()
    {
        listener.Close();
        await answering;
    }

    private async Task AnswerAsync()
    {
        while (listener.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await listener.GetContextAsync();
            }
            catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            var path = context.Request.Url!.AbsolutePath;
            if (path.EndsWith(".tgz", StringComparison.Ordinal))
            {
                Interlocked.Increment(ref downloads);
                await context.Response.OutputStream.WriteAsync(archive);
            }
            else
            {
                context.Response.ContentType = "application/json";
                await context.Response.OutputStream.WriteAsync(Description(Uri.UnescapeDataString(path.TrimStart('/'))));
            }

            context.Response.Close();
        }
    }

    private byte[] Description(string name) => JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, object>(StringComparer.Ordinal)
    {
        ["name"] = name,
        ["versions"] = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            [EngineLibrary.Version] = new
            {
                name,
                version = EngineLibrary.Version,
                dist = new { tarball = new Uri(Address, "library.tgz"), integrity = "sha512-" + Convert.ToBase64String(SHA512.HashData(archive)) },
            },
        },
    });

    private static byte[] Archive()
    {
        using var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.Fastest))
        using (var tar = new TarWriter(gzip))
        {
            Add(tar, "package/package.json", $$"""{ "name": "library", "version": "{{EngineLibrary.Version}}" }""");
            Add(tar, "package/libchdb.so", "not the library");
        }

        return bytes.ToArray();
    }

    private static void Add(TarWriter tar, string name, string content) => tar.WriteEntry(
        new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream(Encoding.UTF8.GetBytes(content)) });

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
