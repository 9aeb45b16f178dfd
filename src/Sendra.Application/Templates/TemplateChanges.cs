using Sendra.Application.Common;
using Sendra.Domain.Messages;

namespace Sendra.Application.Templates;

/// <summary>What changes about a template. What is null stays as it is.</summary>
/// <param name="Name">The new name.</param>
/// <param name="Subject">The new subject.</param>
/// <param name="Preheader">The new preheader, which may be none.</param>
/// <param name="Format">The new format.</param>
/// <param name="Source">The new source.</param>
/// <param name="Html">The new compiled HTML.</param>
/// <param name="Text">The new text part, which may be none.</param>
public sealed record TemplateChanges(
    string? Name,
    string? Subject,
    Change<string?>? Preheader,
    TemplateFormat? Format,
    string? Source,
    string? Html,
    Change<string?>? Text)
{
    /// <summary>What a template says after the changes, as it would have been written.</summary>
    /// <param name="current">What it says now.</param>
    internal TemplateText Over(TemplateContent current) => new(
        Subject ?? current.Subject,
        Preheader is { } preheader ? preheader.To : current.Preheader,
        Format ?? current.Format,
        Source ?? current.Source,
        Html ?? HtmlOf(current),
        Text is { } text ? text.To : current.Text);

    // Compiled HTML belongs to its source: a new source brings its own.
    private string? HtmlOf(TemplateContent current) =>
        (Format ?? current.Format) == current.Format && (Source ?? current.Source) == current.Source ? current.Html : null;
}
