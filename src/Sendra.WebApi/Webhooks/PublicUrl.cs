using Sendra.Domain.EventSources;

namespace Sendra.WebApi.Webhooks;

/// <summary>Where the world reaches this server: the setting <c>PublicUrl</c>, or else where the current request came in.</summary>
/// <param name="Configured">The setting, without a slash at its end.</param>
public sealed record PublicUrl(string? Configured)
{
    /// <summary>Reads the setting.</summary>
    /// <param name="configuration">Where it is.</param>
    /// <exception cref="InvalidOperationException">It is no URL; the message says what to change.</exception>
    public static PublicUrl From(IConfiguration configuration)
    {
        var text = configuration["PublicUrl"];
        if (string.IsNullOrWhiteSpace(text))
        {
            return new PublicUrl((string?)null);
        }

        var isUrl = Uri.TryCreate(text, UriKind.Absolute, out var url)
            && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps)
            && url is { Query: "", Fragment: "" };
        return isUrl
            ? new PublicUrl(text.Trim().TrimEnd('/'))
            : throw new InvalidOperationException($"PublicUrl is '{text}'; it must be an absolute http or https URL, like https://events.example.com.");
    }

    /// <summary>True when people come over HTTPS.</summary>
    public bool IsSecure => Configured?.StartsWith("https:", StringComparison.OrdinalIgnoreCase) is true;

    /// <summary>The URL of a source.</summary>
    /// <param name="request">The current request.</param>
    /// <param name="token">The source's token; see <see cref="WebhookToken"/>.</param>
    public string OfWebhook(HttpRequest request, string token) =>
        $"{Base(request)}{HiddenToken.PathPrefix}{token}";

    /// <summary>The link of an invitation. What stands behind # is sent to no server, so the token is in no log on the way.</summary>
    /// <param name="request">The current request.</param>
    /// <param name="token">The invitation's token.</param>
    public string OfInvitation(HttpRequest request, string token) => $"{Base(request)}/invite#{token}";

    private string Base(HttpRequest request) => Configured ?? $"{request.Scheme}://{request.Host}{request.PathBase}";
}
