using System.Net;
using System.Text;
using System.Text.Json;

namespace Sendra.WebApi.FunctionalTests.Common;

/// <summary>A program that calls Sendra and keeps its session cookie.</summary>
public sealed class TestClient(Uri address)
{
    public const string Password = "correct horse battery staple";

    private static readonly HttpClient Http = new(new SocketsHttpHandler
    {
        UseCookies = false,
        AllowAutoRedirect = false,
        UseProxy = false,
        AutomaticDecompression = DecompressionMethods.All,

        // Who does not read on hangs up at once.
        ResponseDrainTimeout = TimeSpan.Zero,
    });

    /// <summary>What <c>curl --cookie</c> would be given.</summary>
    public string? Cookie { get; set; }

    /// <summary>False to get the refusal of calls that ask again who one is. Else the client says it and repeats them, as the app does.</summary>
    public bool ConfirmsItself { get; set; } = true;

    /// <summary>Cookies beside the session's, by their names.</summary>
    public Dictionary<string, string> OtherCookies { get; } = [];

    /// <summary>Goes with every call as a Bearer token, when there is one.</summary>
    public string? ApiKey { get; set; }

    /// <summary>Who signed in last.</summary>
    public Guid UserId { get; set; }

    /// <summary>The workspace of the session.</summary>
    public Guid WorkspaceId { get; set; }

    /// <summary>The address of who signed in last.</summary>
    public string Email { get; set; } = "";

    public Task<Answer> GetAsync(string path) => SendAsync(HttpMethod.Get, path);

    public Task<Answer> PostAsync(string path, object? body = null) => SendAsync(HttpMethod.Post, path, ToContent(body));

    public Task<Answer> PutAsync(string path, object body) => SendAsync(HttpMethod.Put, path, ToContent(body));

    public Task<Answer> PatchAsync(string path, object body) => SendAsync(HttpMethod.Patch, path, ToContent(body));

    public Task<Answer> DeleteAsync(string path, object? body = null) => SendAsync(HttpMethod.Delete, path, ToContent(body));

    /// <summary>Posts a body exactly as it stands.</summary>
    public Task<Answer> PostTextAsync(string path, string json) => SendAsync(HttpMethod.Post, path, new StringContent(json, Encoding.UTF8, "application/json"));

    public async Task<Answer> SendAsync(HttpMethod method, string path, HttpContent? content = null, params (string Name, string Value)[] headers)
    {
        var answer = await SendOnceAsync(method, path, content, headers);
        var isAskedAgain = ConfirmsItself && answer.Status == 403 && answer.Text.Contains("reauthenticationRequired", StringComparison.Ordinal);
        return isAskedAgain && (await PostAsync("/api/auth/confirm", new { password = Password })).Status == 200 ? await SendOnceAsync(method, path, content, headers) : answer;
    }

    private async Task<Answer> SendOnceAsync(HttpMethod method, string path, HttpContent? content, (string Name, string Value)[] headers)
    {
        // Not disposed, since its content may go out twice.
        var request = new HttpRequestMessage(method, new Uri(address, path)) { Content = content };
        AddCredentials(request);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await Http.SendAsync(request);
        var answer = new Answer((int)response.StatusCode, await response.Content.ReadAsStringAsync(), response.Content.Headers.ContentType?.MediaType, response.Headers);
        Remember(answer);
        return answer;
    }

    /// <summary>Gets an answer without waiting for its end; the test disposes it.</summary>
    public Task<HttpResponseMessage> OpenAsync(string path, params (string Name, string Value)[] headers) => OpenAsync(HttpMethod.Get, path, null, headers);

    /// <summary>Posts, and gets the answer without waiting for its end; the test disposes it.</summary>
    public Task<HttpResponseMessage> OpenPostAsync(string path, object body) => OpenAsync(HttpMethod.Post, path, ToContent(body), []);

    private Task<HttpResponseMessage> OpenAsync(HttpMethod method, string path, HttpContent? content, (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(method, new Uri(address, path)) { Content = content };
        AddCredentials(request);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    /// <summary>A body as JSON, or none.</summary>
    public static StringContent? ToContent(object? body) =>
        body is null ? null : new StringContent(JsonSerializer.Serialize(body, JsonSerializerOptions.Web), Encoding.UTF8, "application/json");

    private void AddCredentials(HttpRequestMessage request)
    {
        string[] cookies = [.. Cookie is null ? [] : (string[])[Cookie], .. OtherCookies.Select(cookie => $"{cookie.Key}={cookie.Value}")];
        if (cookies.Length > 0)
        {
            request.Headers.Add("Cookie", string.Join("; ", cookies));
        }

        if (ApiKey is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {ApiKey}");
        }
    }

    private void Remember(Answer answer)
    {
        if (!answer.Headers.TryGetValues("Set-Cookie", out var cookies))
        {
            return;
        }

        foreach (var cookie in cookies.Select(cookie => cookie.Split(';')[0]))
        {
            var (name, value) = (cookie.Split('=')[0], cookie[(cookie.IndexOf('=') + 1)..]);
            if (name.EndsWith("sendra_session", StringComparison.Ordinal))
            {
                Cookie = cookie;
            }
            else if (value == "")
            {
                OtherCookies.Remove(name);
            }
            else
            {
                OtherCookies[name] = value;
            }
        }

        if (answer is { Status: 200 or 201 } && answer.Json.TryGetProperty("user", out var user))
        {
            UserId = user.GetProperty("id").GetGuid();
            Email = user.GetProperty("email").GetString()!;
            WorkspaceId = answer.Json.GetProperty("workspace") is { ValueKind: JsonValueKind.Object } workspace ? workspace.GetProperty("id").GetGuid() : Guid.Empty;
        }
    }
}
