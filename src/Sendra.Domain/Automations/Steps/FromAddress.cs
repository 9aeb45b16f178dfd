using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using Sendra.Domain.Common;
using Sendra.Domain.Contacts;

namespace Sendra.Domain.Automations.Steps;

/// <summary>Who a mail comes from: <c>hello@example.com</c> or <c>Acme &lt;hello@example.com&gt;</c>.</summary>
public sealed partial record FromAddress
{
    /// <summary>The maximum length in characters, as it is written.</summary>
    public const int MaxLength = 400;

    private FromAddress(string? name, EmailAddress email) => (Name, Email) = (name, email);

    /// <summary>The name; null when none is written.</summary>
    public string? Name { get; }

    public EmailAddress Email { get; }

    /// <summary>Reads it, or says why it is none.</summary>
    /// <param name="problem">What is wrong, as the end of a sentence that begins with the field's name.</param>
    public static bool TryParse(string text, [NotNullWhen(true)] out FromAddress? from, [NotNullWhen(false)] out string? problem)
    {
        from = null;
        if (text.Length > MaxLength || Text.HasControlCharacter(text) || Text.HasLoneSurrogate(text))
        {
            problem = $"must be at most {MaxLength} characters in one line";
            return false;
        }

        var named = Named().Match(text);
        if (!EmailAddress.TryParse(named.Success ? named.Groups["email"].Value : text, out var email, out _))
        {
            problem = "must be an address, like hello@example.com or Acme <hello@example.com>";
            return false;
        }

        var name = named.Groups["name"].Value.Trim().Trim('"').Trim();
        from = new FromAddress(name.Length == 0 ? null : name, email);
        problem = null;
        return true;
    }

    [GeneratedRegex(@"^(?<name>[^<>]*)<(?<email>[^<>]+)>\s*$")]
    private static partial Regex Named();
}
