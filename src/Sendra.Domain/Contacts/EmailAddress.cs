using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net.Mail;
using Sendra.Domain.Common;

namespace Sendra.Domain.Contacts;

/// <summary>
/// One email address in the form in which it names a contact (E1): trimmed, lower-cased by the invariant culture,
/// its domain in ASCII. Plus tags stay distinct; nothing else is folded.
/// </summary>
public sealed record EmailAddress
{
    /// <summary>The maximum length in characters, after normalizing.</summary>
    public const int MaxLength = 254;

    // No character by definition, and the one besides halves of surrogate pairs for which Normalize throws.
    private const char NoCharacter = '\ufffe';

    private static readonly IdnMapping Idn = new() { UseStd3AsciiRules = true };

    private EmailAddress(string value) => Value = value;

    /// <summary>The normalized address.</summary>
    public string Value { get; }

    /// <summary>An address as a contact has it.</summary>
    public static EmailAddress Restore(string normalized) => new(normalized);

    /// <summary>Reads an address, or says why the text isn't one.</summary>
    /// <param name="text">The text as entered.</param>
    /// <param name="email">The address if the result is true.</param>
    /// <param name="problem">What is wrong, as the end of a sentence that begins with the field's name, if the result is false.</param>
    public static bool TryParse(
        string? text,
        [NotNullWhen(true)] out EmailAddress? email,
        [NotNullWhen(false)] out string? problem)
    {
        email = null;
        var trimmed = text?.Trim();
        problem = trimmed switch
        {
            null or "" => "is required",
            _ when trimmed.Length > MaxLength => $"must be at most {MaxLength} characters",
            _ when Text.HasControlCharacter(trimmed) => "must not have control characters",
            _ when Text.HasLoneSurrogate(trimmed) || trimmed.Contains(NoCharacter, StringComparison.Ordinal) => "must be valid Unicode",
            _ => null,
        };
        if (problem is not null)
        {
            return false;
        }

        // MailAddress also reads "Ada <ada@example.com>" and comments; the round trip leaves only the bare address. It
        // composes accents (Unicode NFC), so an e with an accent is one letter however it was typed.
        if (!MailAddress.TryCreate(trimmed, out var parsed) || parsed.Address != trimmed.Normalize())
        {
            problem = "must be one email address, like ada@example.com";
            return false;
        }

        if (!TryMapHost(parsed.Host, out var host))
        {
            problem = "must have a domain name after the @, like example.com";
            return false;
        }

        var value = $"{parsed.User.ToLowerInvariant()}@{host}";
        if (value.Length > MaxLength)
        {
            problem = $"must be at most {MaxLength} characters";
            return false;
        }

        email = new EmailAddress(value);
        return true;
    }

    public override string ToString() => Value;

    // A mailbox on the public internet has a dot in its domain; "ada@gmail" is a typing error.
    private static bool TryMapHost(string host, out string ascii)
    {
        ascii = "";
        try
        {
            ascii = Idn.GetAscii(host.ToLowerInvariant()).ToLowerInvariant();
        }
        catch (ArgumentException)
        {
            return false;
        }

        return ascii.Contains('.', StringComparison.Ordinal) && !ascii.EndsWith('.');
    }
}
