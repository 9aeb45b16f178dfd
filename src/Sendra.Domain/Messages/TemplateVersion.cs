using Sendra.Domain.Common;

namespace Sendra.Domain.Messages;

/// <summary>What a template said when it was saved once. None is ever changed, so that a message can name the one that it was made of (M1).</summary>
public sealed class TemplateVersion : IWorkspaceOwned
{
    public const int FirstNumber = 1;

    /// <summary>How many of a template's newest versions are kept.</summary>
    public const int Kept = 1_000;

    private TemplateVersion(
        WorkspaceId workspaceId,
        TemplateId templateId,
        int number,
        string subject,
        string? preheader,
        TemplateFormat format,
        string source,
        string? html,
        string? text,
        DateTimeOffset savedAt,
        Guid savedBy)
    {
        WorkspaceId = workspaceId;
        TemplateId = templateId;
        Number = number;
        Subject = subject;
        Preheader = preheader;
        Format = format;
        Source = source;
        Html = html;
        Text = text;
        SavedAt = savedAt;
        SavedBy = savedBy;
    }

    public WorkspaceId WorkspaceId { get; }

    public TemplateId TemplateId { get; }

    /// <summary>Counts the template's versions, from <see cref="FirstNumber"/>.</summary>
    public int Number { get; }

    /// <inheritdoc cref="TemplateContent.Subject" />
    public string Subject { get; }

    /// <inheritdoc cref="TemplateContent.Preheader" />
    public string? Preheader { get; }

    /// <inheritdoc cref="TemplateContent.Format" />
    public TemplateFormat Format { get; }

    /// <inheritdoc cref="TemplateContent.Source" />
    public string Source { get; }

    /// <summary>What the source was made to: the compiled MJML, or the HTML with its CSS inlined. Null when the source is sent as it stands.</summary>
    public string? Html { get; }

    /// <inheritdoc cref="TemplateContent.Text" />
    public string? Text { get; }

    public DateTimeOffset SavedAt { get; }

    /// <summary>The user or the API key.</summary>
    public Guid SavedBy { get; }

    /// <summary>What it says.</summary>
    public TemplateContent Content =>
        TemplateContent.Restore(Subject, Preheader, Format, Source, Format == TemplateFormat.Mjml ? Html : null, Text);

    /// <summary>The HTML that mails are rendered from.</summary>
    public string RenderedFrom => Html ?? Source;

    /// <summary>The version that a template has reached.</summary>
    /// <param name="template">The template, whose <see cref="Template.Version"/> it is.</param>
    /// <param name="content">What it says.</param>
    /// <param name="inlined">The source with its CSS inlined, for HTML that has any; else null.</param>
    /// <param name="savedBy">The user or the API key.</param>
    public static TemplateVersion Of(Template template, TemplateContent content, string? inlined, Guid savedBy) => new(
        template.WorkspaceId,
        template.Id,
        template.Version,
        content.Subject,
        content.Preheader,
        content.Format,
        content.Source,
        content.Html ?? inlined,
        content.Text,
        template.UpdatedAt,
        savedBy);
}
