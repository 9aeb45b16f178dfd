namespace Sendra.Domain.Messages.Starters;

/// <summary>A starter in the file that lists them, without its source.</summary>
internal sealed record StarterFile(string Id, string Name, string Description, string Subject, string Preheader);
