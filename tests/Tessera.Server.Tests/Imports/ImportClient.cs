using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Tessera.Testing;

namespace Tessera.Server.Tests.Imports;

/// <summary>Sends files to a server and waits for what becomes of them.</summary>
internal sealed class ImportClient(HttpClient http) : IDisposable
{
    // An engine that is killed on the way, on a busy machine, takes its time.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private static readonly string[] FinalStates = ["done", "failed", "needs-answer"];

    /// <summary>Sends a text file and waits until nothing more happens with it.</summary>
    public Task<JsonElement> ImportAsync(string text, string kind = "orders", object? map = null, object? options = null, string name = "orders.csv") =>
        ImportAsync(Encoding.UTF8.GetBytes(text), kind, map, options, name);

    /// <summary>Sends a file and waits until nothing more happens with it.</summary>
    public async Task<JsonElement> ImportAsync(byte[] bytes, string kind = "orders", object? map = null, object? options = null, string name = "orders.csv")
    {
        using var content = new ByteArrayContent(bytes);
        return await WaitAsync(await StartAsync(content, kind, map, options, name));
    }

    /// <summary>Sends a file; answers its id.</summary>
    public async Task<Guid> StartAsync(HttpContent content, string kind, object? map = null, object? options = null, string name = "orders.csv")
    {
        using var response = await PostAsync(content, kind, map, options, name);
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>();
        response.StatusCode.ShouldBe(HttpStatusCode.Accepted, answer.ToString());
        return answer.GetProperty("id").GetGuid();
    }

    /// <summary>Sends a file; answers whatever the server does.</summary>
    public async Task<HttpResponseMessage> PostAsync(
        HttpContent? content, string? kind, object? map = null, object? options = null, string name = "orders.csv", string path = "/api/imports")
    {
        using var form = new MultipartFormDataContent();
        if (content is not null)
        {
            form.Add(content, "file", name);
        }

        foreach (var (part, value) in new[] { ("kind", kind), ("map", Json(map)), ("options", Json(options)) })
        {
            if (value is not null)
            {
                form.Add(new StringContent(value), part);
            }
        }

        return await http.PostAsync(new Uri(path, UriKind.Relative), form);

        static string? Json(object? value) => value is null ? null : value as string ?? JsonSerializer.Serialize(value);
    }

    /// <summary>Waits until nothing more happens with an import.</summary>
    public async Task<JsonElement> WaitAsync(Guid id)
    {
        JsonElement import = default;
        await Eventually.UntilAsync(
            async () => IsFinal(import = await GetAsync(id)), $"the end of import {id}", Patience, TimeSpan.FromMilliseconds(20));
        return import;
    }

    private static bool IsFinal(JsonElement import) => FinalStates.Contains(import.GetProperty("state").GetString());

    /// <summary>An import as it is now.</summary>
    public async Task<JsonElement> GetAsync(Guid id) => await http.GetFromJsonAsync<JsonElement>($"/api/imports/{id}");

    /// <summary>Answers the questions of an import and waits again.</summary>
    public async Task<JsonElement> AnswerAsync(JsonElement import, object answers)
    {
        var id = import.GetProperty("id").GetGuid();
        using var response = await http.PostAsJsonAsync($"/api/imports/{id}/answers", new { answers });
        response.StatusCode.ShouldBe(HttpStatusCode.Accepted, await response.Content.ReadAsStringAsync());
        return await WaitAsync(id);
    }

    /// <summary>The rejected rows as text.</summary>
    public Task<string> RejectedAsync(JsonElement import) => http.GetStringAsync(new Uri(import.GetProperty("rejectedUrl").GetString()!, UriKind.Relative));

    public void Dispose() => http.Dispose();
}
