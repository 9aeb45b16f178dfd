using System.Text.RegularExpressions;
using Sendra.Application.Access;

namespace Sendra.WebApi.Access.Providers;

/// <summary>An OpenID Connect provider, from the settings <c>OpenIdConnect__KEY__…</c>.</summary>
/// <param name="Provider">Its key and name.</param>
/// <param name="Authority">Its issuer's URL, under which its discovery document is.</param>
internal sealed partial record ProviderSetting(SignInProvider Provider, Uri Authority, string ClientId, string? ClientSecret)
{
    private const string Section = "OpenIdConnect";

    /// <summary>The name of its authentication scheme.</summary>
    public string Scheme => SchemeOf(Provider.Key);

    /// <summary>Where it sends people back to.</summary>
    public string CallbackPath => $"/api/auth/providers/{Provider.Key}/callback";

    public static string SchemeOf(string key) => $"provider-{key}";

    /// <exception cref="InvalidOperationException">A setting makes no sense; the message says which.</exception>
    public static IReadOnlyList<ProviderSetting> AllFrom(IConfiguration configuration) =>
        [.. configuration.GetSection(Section).GetChildren().Select(Read).OrderBy(setting => setting.Provider.Name, StringComparer.OrdinalIgnoreCase)];

    public override string ToString() => Provider.Key;

    private static ProviderSetting Read(IConfigurationSection section)
    {
        var key = section.Key.ToLowerInvariant();
        if (!Key().IsMatch(key))
        {
            throw new InvalidOperationException($"{Section}__{section.Key} names a provider; the name must have 1 to 30 letters, digits and hyphens, since it is part of a URL.");
        }

        var isUrl = Uri.TryCreate(section["Authority"], UriKind.Absolute, out var authority)
            && (authority.Scheme == Uri.UriSchemeHttps || (authority.Scheme == Uri.UriSchemeHttp && authority.IsLoopback));
        if (!isUrl)
        {
            throw new InvalidOperationException($"{Section}__{section.Key}__Authority is '{section["Authority"]}'; it must be the https URL of the provider's issuer, like https://accounts.google.com.");
        }

        var clientId = section["ClientId"] is { Length: > 0 } id ? id : throw new InvalidOperationException($"{Section}__{section.Key}__ClientId is missing; the provider tells it when you register Sendra there.");
        return new ProviderSetting(new SignInProvider(key, section["Name"] is { Length: > 0 } name ? name : section.Key), authority!, clientId, section["ClientSecret"]);
    }

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{0,29}$")]
    private static partial Regex Key();
}
