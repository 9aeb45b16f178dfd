using Sendra.Domain.Messages;

namespace Sendra.Application.Templates;

/// <summary>A template in a list.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Subject">The subject, with Liquid in it.</param>
/// <param name="Format">What its source is written in: mjml or html.</param>
/// <param name="Version">The number of its newest version, from 1. Each save that changes the content makes the next.</param>
/// <param name="CreatedAt">When it was created.</param>
/// <param name="UpdatedAt">When it was last changed.</param>
public record TemplateItem(
    TemplateId Id, string Name, string Subject, TemplateFormat Format, int Version, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt)
{
    internal static TemplateItem From(Template template) =>
        new(template.Id, template.Name, template.Subject, template.Format, template.Version, template.CreatedAt, template.UpdatedAt);
}
