using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Sendra.Client;
using Sendra.Client.Common;

namespace Sendra.WebApi.FunctionalTests.DotNetClient;

/// <summary>Calls every method of the client with everything that it takes, and keeps what it sends.</summary>
internal sealed class CallRecorder : HttpMessageHandler
{
    // What is made of other calls, or sends what it is given.
    private static readonly string[] Composed = ["FindByEmailAsync", "FindByExternalIdAsync", "TailAsync", "ReadExportAsync", "WaitAsync", "SendBatchJsonAsync"];

    private readonly List<RecordedCall> _calls = [];
    private (string Caller, Type? Answer) _current;

    public static async Task<IReadOnlyList<RecordedCall>> RecordAsync()
    {
        using var recorder = new CallRecorder();
        using var http = new HttpClient(recorder) { BaseAddress = new Uri("http://sendra.test/") };
        using var client = new SendraClient(http);
        foreach (var group in GroupsOf(client))
        {
            foreach (var method in group.GetType().GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly)
                .Where(method => !method.IsSpecialName && !Composed.Contains(method.Name)))
            {
                recorder._current = ($"{group.GetType().Name}.{method.Name}", AnswerOf(method.ReturnType));
                await FinishAsync(method.Invoke(group, [.. method.GetParameters().Select(parameter => SampleOf(parameter.ParameterType))])!);
            }
        }

        return recorder._calls;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var url = request.RequestUri!;
        var isJson = request.Content?.Headers.ContentType?.MediaType == "application/json";
        _calls.Add(new RecordedCall(
            _current.Caller,
            request.Method.Method.ToLowerInvariant(),
            url.AbsolutePath,
            [.. url.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=')[0]).Distinct()],
            isJson ? JsonDocument.Parse(await request.Content!.ReadAsStringAsync(cancellationToken)).RootElement : null,
            _current.Answer));
        return new HttpResponseMessage { Content = new StringContent("""{"items":[]}""", Encoding.UTF8, "application/json") };
    }

    private static IEnumerable<object> GroupsOf(object owner)
    {
        foreach (var property in owner.GetType().GetProperties().Where(property => property.PropertyType.Name.EndsWith("Api", StringComparison.Ordinal)))
        {
            var group = property.GetValue(owner)!;
            yield return group;
            foreach (var inner in GroupsOf(group))
            {
                yield return inner;
            }
        }
    }

    // A page is told by its items.
    private static Type? AnswerOf(Type returned)
    {
        if (!returned.IsGenericType)
        {
            return null;
        }

        var answer = returned.GetGenericArguments()[0];
        return answer.IsGenericType && answer.GetGenericTypeDefinition() == typeof(Page<>) ? answer.GetGenericArguments()[0]
            : answer == typeof(Stream) ? null
            : answer;
    }

    private static async Task FinishAsync(object returned)
    {
        if (returned is Task task)
        {
            await task;
            return;
        }

        await (Task)typeof(CallRecorder).GetMethod(nameof(ReadAsync), BindingFlags.Static | BindingFlags.NonPublic)!
            .MakeGenericMethod(returned.GetType().GetInterfaces().First(type => type.Name.StartsWith("IAsyncEnumerable", StringComparison.Ordinal)).GetGenericArguments())
            .Invoke(null, [returned])!;
    }

    private static async Task ReadAsync<T>(IAsyncEnumerable<T> items)
    {
        await foreach (var _ in items)
        {
        }
    }

    private static object? SampleOf(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(string) || type == typeof(object))
        {
            return "some";
        }

        if (type == typeof(CancellationToken) || type == typeof(Stream))
        {
            return type == typeof(Stream) ? new MemoryStream() : CancellationToken.None;
        }

        if (type.IsEnum)
        {
            return Enum.GetValues(type).GetValue(1);
        }

        if (type.IsPrimitive || type == typeof(DateTimeOffset))
        {
            return type == typeof(bool) ? true : type == typeof(DateTimeOffset) ? DateTimeOffset.UnixEpoch : Convert.ChangeType(1, type, null);
        }

        if (type.IsGenericType)
        {
            return SampleOf(type.GetGenericTypeDefinition(), type.GetGenericArguments());
        }

        var sample = RuntimeHelpers.GetUninitializedObject(type);
        foreach (var property in type.GetProperties().Where(property => property.CanWrite))
        {
            property.SetValue(sample, SampleOf(property.PropertyType));
        }

        return sample;
    }

    private static object? SampleOf(Type generic, Type[] arguments)
    {
        if (generic == typeof(Optional<>))
        {
            return Activator.CreateInstance(generic.MakeGenericType(arguments), SampleOf(arguments[0]));
        }

        if (arguments is [_, var value])
        {
            var map = (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(arguments))!;
            map.Add("some", SampleOf(value));
            return map;
        }

        var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(arguments))!;
        list.Add(SampleOf(arguments[0]));
        return list;
    }
}
