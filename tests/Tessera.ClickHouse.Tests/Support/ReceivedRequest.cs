using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Tessera.ClickHouse.Tests.Support;

/// <summary>A request as it came in.</summary>
internal sealed record ReceivedRequest(string Target, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    /// <summary>The value of a field in the address, or null.</summary>
    public string? Field(string name)
    {
        var question = Target.IndexOf('?', StringComparison.Ordinal);
        return Target[(question + 1)..].Split('&')
            .Select(pair => pair.Split('=', 2))
            .Where(pair => Uri.UnescapeDataString(pair[0]) == name)
            .Select(pair => Uri.UnescapeDataString(pair[1]))
            .FirstOrDefault();
    }

    public static async Task<ReceivedRequest> ReadAsync(NetworkStream stream, CancellationToken cancellationToken)
    {
        var head = new List<byte>();
        while (!EndsWithBlankLine(head))
        {
            head.Add(await ReadByteAsync(stream, cancellationToken));
        }

        var lines = Encoding.ASCII.GetString([.. head]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var headers = lines.Skip(1).Select(line => line.Split(": ", 2)).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.OrdinalIgnoreCase);
        var body = headers.TryGetValue("Content-Length", out var length)
            ? await ReadExactlyAsync(stream, int.Parse(length, CultureInfo.InvariantCulture), cancellationToken)
            : headers.ContainsKey("Transfer-Encoding") ? await ReadChunksAsync(stream, cancellationToken) : [];
        return new ReceivedRequest(lines[0].Split(' ')[1], headers, body);
    }

    private static bool EndsWithBlankLine(List<byte> head) =>
        head.Count >= 4 && head[^4] == '\r' && head[^3] == '\n' && head[^2] == '\r' && head[^1] == '\n';

    private static async Task<byte[]> ReadChunksAsync(NetworkStream stream, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream();
        while (true)
        {
            var line = new List<byte>();
            while (line.Count < 2 || line[^2] != '\r' || line[^1] != '\n')
            {
                line.Add(await ReadByteAsync(stream, cancellationToken));
            }

            var size = int.Parse(Encoding.ASCII.GetString([.. line]).Trim(), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            body.Write(await ReadExactlyAsync(stream, size, cancellationToken));
            await ReadExactlyAsync(stream, 2, cancellationToken);
            if (size == 0)
            {
                return body.ToArray();
            }
        }
    }

    private static async Task<byte> ReadByteAsync(NetworkStream stream, CancellationToken cancellationToken) =>
        (await ReadExactlyAsync(stream, 1, cancellationToken))[0];

    private static async Task<byte[]> ReadExactlyAsync(NetworkStream stream, int count, CancellationToken cancellationToken)
    {
        var bytes = new byte[count];
        await stream.ReadExactlyAsync(bytes, cancellationToken);
        return bytes;
    }
}
