namespace Sendra.Domain.Messages;

/// <summary>Something that a template should have.</summary>
/// <param name="Code"><c>unsubscribeLinkMissing</c> or <c>cssNotInlined</c>.</param>
/// <param name="Message">A sentence for people.</param>
public sealed record TemplateWarning(string Code, string Message);
