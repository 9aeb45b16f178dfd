using System.Text.RegularExpressions;

namespace Sendra.Domain.Messages;

/// <summary>Finds what a template lacks.</summary>
public static partial class TemplateReview
{
    /// <summary>The warnings about a version, most important first.</summary>
    public static IReadOnlyList<TemplateWarning> Review(TemplateVersion version)
    {
        var warnings = new List<TemplateWarning>();
        if (!UnsubscribeUrl().IsMatch(version.RenderedFrom))
        {
            warnings.Add(new(
                "unsubscribeLinkMissing", "The template has no link to {{ unsubscribeUrl }}. Marketing email without it gets a footer with the link."));
        }

        if (version is { Format: TemplateFormat.Html, Html: null } && version.Source.Contains("<style", StringComparison.OrdinalIgnoreCase))
        {
            warnings.Add(new(
                "cssNotInlined", "The CSS can't be copied into style attributes, so some email clients won't show it: it is too long, or has Liquid blocks or data URLs in it."));
        }

        return warnings;
    }

    [GeneratedRegex(@"\{\{-?\s*unsubscribeUrl\b")]
    private static partial Regex UnsubscribeUrl();
}
