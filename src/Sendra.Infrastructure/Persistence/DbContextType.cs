namespace Sendra.Infrastructure.Persistence;

/// <summary>Which of the contexts the configured provider uses.</summary>
internal sealed record DbContextType(Type Value);
