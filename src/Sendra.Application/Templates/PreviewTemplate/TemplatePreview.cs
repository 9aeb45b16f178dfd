using Sendra.Domain.Contacts;

namespace Sendra.Application.Templates.PreviewTemplate;

/// <summary>An email as a contact would get it.</summary>
/// <param name="Subject">The subject.</param>
/// <param name="Html">The HTML part.</param>
/// <param name="Text">The text part.</param>
/// <param name="UndefinedVariables">The variables that the template reads and that are not there, such as `contact.firstName`. They read as empty.</param>
/// <param name="Warnings">What couldn't be taken of the contact, as for an event's `contactProperties`.</param>
public sealed record TemplatePreview(
    string Subject, string Html, string Text, IReadOnlyList<string> UndefinedVariables, IReadOnlyList<ContactWarning> Warnings);
