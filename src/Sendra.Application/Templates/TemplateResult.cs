using Sendra.Domain.Messages;

namespace Sendra.Application.Templates;

/// <summary>A template with its content.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Subject">The subject, with Liquid in it.</param>
/// <param name="Preheader">What mailboxes show beside the subject, with Liquid in it; null for none.</param>
/// <param name="Format">What its source is written in: mjml or html.</param>
/// <param name="Source">The MJML or HTML, with Liquid in it, as it was saved.</param>
/// <param name="Html">The HTML that the MJML compiles to; null with the format html.</param>
/// <param name="Text">The text part, with Liquid in it; null if it is made from the HTML.</param>
/// <param name="Version">The number of its newest version, from 1. Each save that changes the content makes the next.</param>
/// <param name="Warnings">What it should have. They block nothing.</param>
/// <param name="CreatedAt">When it was created.</param>
/// <param name="UpdatedAt">When it was last changed.</param>
public sealed record TemplateResult(
    TemplateId Id,
    string Name,
    string Subject,
    string? Preheader,
    TemplateFormat Format,
    string Source,
    string? Html,
    string? Text,
    int Version,
    IReadOnlyList<TemplateWarning> Warnings,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt)
{
    internal static TemplateResult From(Template template, TemplateVersion newest) => new(
        template.Id,
        template.Name,
        newest.Subject,
        newest.Preheader,
        newest.Format,
        newest.Source,
        newest.Content.Html,
        newest.Text,
        template.Version,
        TemplateReview.Review(newest),
        template.CreatedAt,
        template.UpdatedAt);
}
