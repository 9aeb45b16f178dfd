using System.Diagnostics.CodeAnalysis;
using Sendra.Domain.Common;
using Sendra.Domain.Contacts;

namespace Sendra.Domain.Workspaces;

/// <summary>Who a workspace's mail comes from.</summary>
public sealed record Sender
{
    /// <summary>The maximum length of the name, in characters.</summary>
    public const int MaxNameLength = 100;

    /// <summary>The maximum length of the postal address, in characters.</summary>
    public const int MaxPostalAddressLength = 500;

    private Sender(string fromName, string fromEmail, string? replyTo, string? postalAddress)
    {
        FromName = fromName;
        FromEmail = fromEmail;
        ReplyTo = replyTo;
        PostalAddress = postalAddress;
    }

    /// <summary>The name that recipients see: one line, so that it can't add a header.</summary>
    public string FromName { get; }

    /// <summary>The address that recipients see, normalized.</summary>
    public string FromEmail { get; }

    /// <summary>Where answers go, normalized; null for <see cref="FromEmail"/>.</summary>
    public string? ReplyTo { get; }

    /// <summary>Where the sender can be reached by post, as many laws ask of marketing mail. It may have several lines.</summary>
    public string? PostalAddress { get; }

    /// <summary>Reads a sender, or says what is wrong with each field.</summary>
    /// <param name="text">The texts as entered.</param>
    /// <param name="problems">Gathers what is wrong, by the names of the fields.</param>
    /// <param name="sender">The sender if the result is true.</param>
    public static bool TryCreate(SenderText text, ICollection<DefinitionProblem> problems, [NotNullWhen(true)] out Sender? sender)
    {
        var found = problems.Count;
        var name = text.FromName?.Trim() ?? "";
        Check(nameof(text.FromName), name.Length == 0 ? "is required" : LineProblem(name), problems);
        var email = ReadAddress(nameof(text.FromEmail), text.FromEmail, problems);
        var replyTo = string.IsNullOrWhiteSpace(text.ReplyTo) ? null : ReadAddress(nameof(text.ReplyTo), text.ReplyTo, problems);
        var postalAddress = text.PostalAddress?.ReplaceLineEndings("\n").Trim() is { Length: > 0 } lines ? lines : null;
        Check(nameof(text.PostalAddress), postalAddress is null ? null : LinesProblem(postalAddress), problems);
        sender = problems.Count == found ? new Sender(name, email!, replyTo, postalAddress) : null;
        return sender is not null;
    }

    /// <summary>The texts, which <see cref="TryCreate"/> reads.</summary>
    public SenderText ToText() => new(FromName, FromEmail, ReplyTo, PostalAddress);

    private static string? ReadAddress(string field, string? text, ICollection<DefinitionProblem> problems)
    {
        var isAddress = EmailAddress.TryParse(text, out var email, out var problem);
        Check(field, isAddress ? null : problem, problems);
        return email?.Value;
    }

    private static string? LineProblem(string text) =>
        text.Length > MaxNameLength ? $"must be at most {MaxNameLength} characters"
        : Text.HasControlCharacter(text) ? "must be one line without control characters"
        : Text.HasLoneSurrogate(text) ? "must be valid Unicode"
        : null;

    private static string? LinesProblem(string text) =>
        text.Length > MaxPostalAddressLength ? $"must be at most {MaxPostalAddressLength} characters"
        : text.Split('\n').Any(line => Text.HasControlCharacter(line)) ? "must not have control characters other than line breaks"
        : Text.HasLoneSurrogate(text) ? "must be valid Unicode"
        : null;

    private static void Check(string property, string? problem, ICollection<DefinitionProblem> problems)
    {
        if (problem is not null)
        {
            var field = $"sender.{char.ToLowerInvariant(property[0])}{property[1..]}";
            problems.Add(new DefinitionProblem(field, $"{field} {problem}."));
        }
    }
}
