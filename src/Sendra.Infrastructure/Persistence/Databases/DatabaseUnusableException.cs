namespace Sendra.Infrastructure.Persistence.Databases;

/// <summary>Sendra can't start on its database; the message is the one line for the operator.</summary>
internal sealed class DatabaseUnusableException(DatabaseProvider provider, Exception cause)
    : Exception($"Sendra can't use its {provider} database (ConnectionStrings__Sendra): {cause.GetBaseException().Message.ReplaceLineEndings(" ")}", cause);
