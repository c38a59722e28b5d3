using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using Tessera.Server.Destinations.Webhooks.Signing;
using Tessera.Server.Hosting;

namespace Tessera.Server.Destinations.Webhooks.Delivering;

/// <summary>Sends deliveries as Standard Webhooks 1.0 has it: signed, without following anybody elsewhere, and not into the operator's own network.</summary>
internal sealed class WebhookSender : IDisposable
{
    private const int ConnectionsPerReceiver = 16;
    private const int MostAnswerBytes = 500;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan ConnectPatience = TimeSpan.FromSeconds(10);

    private readonly HttpClient http;
    private readonly TesseraServerOptions options;
    private readonly TimeProvider time;

    public WebhookSender(TesseraServerOptions options, TimeProvider time)
    {
        (this.options, this.time) = (options, time);
        http = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,

            // A proxy would resolve names itself, past the guard.
            UseProxy = false,
            ConnectTimeout = ConnectPatience,
            ConnectCallback = ConnectAsync,
            MaxConnectionsPerServer = ConnectionsPerReceiver,
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
    }

    /// <summary>Tries once; whatever goes wrong is in the answer.</summary>
    public async Task<DeliveryAttempt> SendAsync(Webhook webhook, string message, string body, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        using var patience = new CancellationTokenSource(Patience, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            using var request = Request(webhook, message, body);
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, both.Token);
            var status = (int)response.StatusCode;
            var answer = response.IsSuccessStatusCode ? string.Empty
                : status is >= 300 and < 400 ? $"The receiver answered {status}, and redirects are not followed; give the webhook the address they lead to."
                : $"The receiver answered {status}: {await BeginningAsync(response, both.Token)}".TrimEnd(' ', ':');
            return new DeliveryAttempt(status, answer, time.GetElapsedTime(started), RetryAfterOf(response));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new DeliveryAttempt(Status: null, $"No answer within {Patience.TotalSeconds:0} seconds.", time.GetElapsedTime(started));
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or SocketException or UriFormatException or InvalidOperationException)
        {
            return new DeliveryAttempt(Status: null, (failure.InnerException is WebhookRefusedException refused ? refused : failure).Message, time.GetElapsedTime(started));
        }
    }

    public void Dispose() => http.Dispose();

    private HttpRequestMessage Request(Webhook webhook, string message, string body)
    {
        var now = time.GetUtcNow();
        var timestamp = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        string?[] secrets = [webhook.Secret, webhook.FormerUntil > now ? webhook.FormerSecret : null];
        var signatures = secrets.OfType<string>().Select(text => WebhookSecret.TryParse(text, out var secret) ? secret.Sign(message, timestamp, body) : null).OfType<string>();
        var request = new HttpRequestMessage(HttpMethod.Post, webhook.Url) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Add("webhook-id", message);
        request.Headers.Add("webhook-timestamp", timestamp);
        request.Headers.Add("webhook-signature", string.Join(' ', signatures));
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue("Tessera", ServerVersion.Text));
        return request;
    }

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var host = context.DnsEndPoint.Host;
        var addresses = await Dns.GetHostAddressesAsync(host, cancellationToken);

        // Looked at here and connected to as they are: a name that points elsewhere a moment later changes nothing.
        var allowed = options.AllowPrivateWebhooks ? addresses : [.. addresses.Where(address => !PrivateAddresses.Contain(address))];
        if (allowed.Length == 0)
        {
            throw new WebhookRefusedException(
                $"{host} is an address of a private network, to which nothing is sent; TESSERA_ALLOW_PRIVATE_WEBHOOKS=1 allows it.");
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, context.DnsEndPoint.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static async Task<string> BeginningAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        var buffer = new byte[MostAnswerBytes];
        var length = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        return string.Concat(Encoding.UTF8.GetString(buffer, 0, length).Select(letter => char.IsControl(letter) ? ' ' : letter)).Trim();
    }

    private TimeSpan? RetryAfterOf(HttpResponseMessage response) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } => date - time.GetUtcNow(),
        _ => null,
    };
}

/// <summary>A delivery would have gone where nothing may be sent.</summary>
internal sealed class WebhookRefusedException(string message) : IOException(message);
