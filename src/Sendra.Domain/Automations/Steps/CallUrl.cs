using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using Sendra.Domain.Liquid;

namespace Sendra.Domain.Automations.Steps;

/// <summary>
/// Where a call goes: http or https, without user info. Path and query may have Liquid in them; scheme and host are written out, so that no
/// event decides who is called.
/// </summary>
public sealed partial record CallUrl
{
    /// <summary>The greatest length in characters, as it is written and as it is called.</summary>
    public const int MaxLength = 2_000;

    private CallUrl(LiquidText text, Uri origin) => (Text, Origin) = (text, origin);

    public LiquidText Text { get; }

    /// <summary>Scheme, host and port.</summary>
    public Uri Origin { get; }

    /// <summary>Reads a URL that can be called as it stands.</summary>
    public static bool TryRead(string text, [NotNullWhen(true)] out Uri? url) =>
        Uri.TryCreate(text, UriKind.Absolute, out url)
        && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps)
        && url is { UserInfo: "", Host.Length: > 0, Port: > 0 }
        && text.Length <= MaxLength
        && !Common.Text.HasControlCharacter(text);

    internal static CallUrl? Read(string text, string field, DefinitionReader reader)
    {
        if (!LiquidText.TryParse(text, out var liquid, out var problem))
        {
            reader.Refuse(field, problem);
            return null;
        }

        var beginning = Beginning().Match(text);
        problem = text.Length > MaxLength ? $"must be at most {MaxLength} characters"
            : !beginning.Success ? "must begin with http:// or https:// and a host, both written out"
            : beginning.Value.Contains('@', StringComparison.Ordinal) ? "must not have a user name or password in it"
            : null;
        if (problem is null && TryRead(beginning.Value, out var origin) && (LiquidText.IsLiquid(text) || TryRead(text, out _)))
        {
            return new CallUrl(liquid, origin);
        }

        reader.Refuse(field, problem ?? "must be a URL");
        return null;
    }

    // Up to where the path, the query or the fragment begins; a backslash is no way around it.
    [GeneratedRegex(@"^https?://[^/?#\\{}\s]+(?=[/?#]|$)", RegexOptions.IgnoreCase)]
    private static partial Regex Beginning();
}
