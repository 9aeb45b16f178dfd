namespace Sendra.Application.Templates;

/// <summary>A version of a template's content.</summary>
/// <param name="Version">The version number, from 1.</param>
/// <param name="Subject">The subject, with Liquid in it.</param>
/// <param name="SavedAt">When it was saved.</param>
/// <param name="SavedBy">The member's email or the API key's name; null if that is gone.</param>
public sealed record TemplateVersionItem(int Version, string Subject, DateTimeOffset SavedAt, string? SavedBy);
