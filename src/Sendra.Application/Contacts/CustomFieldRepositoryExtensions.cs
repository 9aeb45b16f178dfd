using Sendra.Application.Common;
using Sendra.Domain.Contacts;

namespace Sendra.Application.Contacts;

internal static class CustomFieldRepositoryExtensions
{
    /// <summary>The workspace's declared fields by name.</summary>
    public static async Task<IReadOnlyDictionary<string, CustomField>> DeclaredAsync(
        this IRepository<CustomField> fields, CancellationToken cancellationToken) =>
        (await fields.ListAsync(CustomFieldSpec.All(), cancellationToken)).ToDictionary(field => field.Name, StringComparer.Ordinal);
}
