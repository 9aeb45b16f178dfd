using Sendra.Domain.Messages;

namespace Sendra.Application.Templates;

/// <summary>A version of a template with its content.</summary>
/// <param name="Version">The version number, from 1.</param>
/// <param name="SavedAt">When it was saved.</param>
/// <param name="SavedBy">The member's email or the API key's name; null if that is gone.</param>
/// <param name="Subject">The subject, with Liquid in it.</param>
/// <param name="Preheader">What mailboxes show beside the subject; null for none.</param>
/// <param name="Format">What its source is written in: mjml or html.</param>
/// <param name="Source">The MJML or HTML.</param>
/// <param name="Html">The HTML that the MJML compiles to; null with the format html.</param>
/// <param name="Text">The text part; null if it is made from the HTML.</param>
public sealed record TemplateVersionResult(
    int Version,
    DateTimeOffset SavedAt,
    string? SavedBy,
    string Subject,
    string? Preheader,
    TemplateFormat Format,
    string Source,
    string? Html,
    string? Text);
