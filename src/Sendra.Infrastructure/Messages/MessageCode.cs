using System.Text.Json;
using Sendra.Domain.Enrollments;

namespace Sendra.Infrastructure.Messages;

/// <summary>What a visit and its message are both called by programs.</summary>
internal static class MessageCode
{
    public static string Of(VisitCode code) => JsonNamingPolicy.CamelCase.ConvertName($"{code}");
}
