using System.Reflection;
using Microsoft.Data.SqlClient;
using Npgsql;
using Sendra.Infrastructure.Persistence.Databases;

namespace Sendra.ArchitectureTests.Persistence;

/// <summary>What the database says, and whether the same request may succeed later. Most of it can't be had on demand.</summary>
internal sealed class StorageTroubleTests
{
    private const BindingFlags Internal = BindingFlags.Instance | BindingFlags.Static | BindingFlags.NonPublic;

    [TestCase("53100", true, TestName = "S10_a_full_disk_passes")]
    [TestCase("58030", true, TestName = "S10_a_file_that_cannot_be_read_passes")]
    [TestCase("XX000", true, TestName = "S10_a_failure_of_the_server_itself_passes")]
    [TestCase("25006", true, TestName = "S10_a_server_that_only_reads_passes")]
    [TestCase("57014", true, TestName = "S10_a_statement_that_took_too_long_passes")]
    [TestCase("57P03", true, TestName = "S10_a_server_that_starts_passes")]
    [TestCase("23505", false, TestName = "S10_a_second_row_with_the_same_key_does_not_pass")]
    [TestCase("42601", false, TestName = "S10_a_mistake_in_the_SQL_does_not_pass")]
    public void PostgreSql(string code, bool passes) =>
        StorageTrouble.IsUnavailable(new PostgresException("no", "ERROR", "ERROR", code)).Should().Be(passes);

    [Test]
    public void S10_a_failover_of_SQL_Server_passes(
        [Values(921, 922, 926, 927, 942, 952, 976, 978, 983, 3906, 4060, 4221, 18456, 40197, 40501, 40613, 49918, 49919, 49920)] int number) =>
        StorageTrouble.IsUnavailable(SqlServerSays(number)).Should().BeTrue();

    [TestCase(-2, true, TestName = "S10_a_time_out_of_SQL_Server_passes")]
    [TestCase(1205, true, TestName = "S10_a_deadlock_of_SQL_Server_passes")]
    [TestCase(2627, false, TestName = "S10_a_second_row_with_the_same_key_of_SQL_Server_does_not_pass")]
    [TestCase(102, false, TestName = "S10_a_mistake_in_the_T_SQL_does_not_pass")]
    public void SqlServer(int number, bool passes) => StorageTrouble.IsUnavailable(SqlServerSays(number)).Should().Be(passes);

    // SqlClient makes them for itself alone.
    private static SqlException SqlServerSays(int number)
    {
        var ofError = typeof(SqlError).GetConstructors(Internal).First(constructor => constructor.GetParameters()[0].Name == "infoNumber");
        object?[] values = Array.ConvertAll(ofError.GetParameters(), parameter => parameter.Name switch
        {
            "infoNumber" => number,
            "errorState" => (object?)(byte)1,
            "errorClass" => (byte)16,
            _ => parameter.ParameterType == typeof(string) ? "" : parameter.ParameterType.IsValueType ? Activator.CreateInstance(parameter.ParameterType) : null,
        });
        var errors = Activator.CreateInstance(typeof(SqlErrorCollection), nonPublic: true)!;
        typeof(SqlErrorCollection).GetMethod("Add", Internal)!.Invoke(errors, [ofError.Invoke(values)]);
        var make = typeof(SqlException).GetMethod("CreateException", Internal, [typeof(SqlErrorCollection), typeof(string)])!;
        return (SqlException)make.Invoke(null, [errors, "16.0"])!;
    }
}
