using System.Net;

namespace Tessera.Outsider.Tests;

/// <summary>Stands for the engine: keeps what is asked, and answers with one text.</summary>
internal sealed class RecordingServer(string answer, HttpStatusCode status = HttpStatusCode.OK) : HttpMessageHandler
{
    public string Address { get; private set; } = "";

    public string Body { get; private set; } = "";

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Address = Uri.UnescapeDataString(request.RequestUri!.Query);
        Body = await request.Content!.ReadAsStringAsync(cancellationToken);
        return new HttpResponseMessage(status) { Content = new StringContent(answer), RequestMessage = request };
    }
}
