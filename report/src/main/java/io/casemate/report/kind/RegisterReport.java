package io.casemate.report.kind;

import io.casemate.report.register.Register;
import io.casemate.report.register.RegisterCsv;
import io.casemate.report.spi.Report;
import io.casemate.report.spi.ReportFormat;
import io.casemate.report.spi.ReportInput;
import io.casemate.report.xlsx.RiskWorkbook;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The risks as tables, for other risk registers and for those who count. */
public final class RegisterReport implements Report {
    @Override
    public String kind() {
        return "register";
    }

    @Override
    public List<ReportFormat> formats() {
        return List.of(ReportFormat.CSV, ReportFormat.XLSX);
    }

    @Override
    public byte[] write(ReportFormat format, ReportInput input) {
        Register register = Register.of(
                input.assessment(), input.knowledge(), Costs.register(input.assessment(), input.knowledge()));
        return format == ReportFormat.XLSX
                ? RiskWorkbook.of(register, input.knowledge(), input.evidence())
                : RegisterCsv.of(register).getBytes(StandardCharsets.UTF_8);
    }
}
