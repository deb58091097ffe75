package org.jucai.platform.rounds.workbook;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.OldExcelFormatException;
import org.apache.poi.hssf.eventusermodel.HSSFEventFactory;
import org.apache.poi.hssf.eventusermodel.HSSFRequest;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.jucai.platform.kernel.RefusedException;

/** An .xls of Excel 97 to 2003, or what only looks like one: an encrypted .xlsx lies in the same container. */
final class XlsBook {

    private XlsBook() {}

    static void read(Path file, Budget budget, Consumer<Grid> sheets) {
        List<Grid> grids = new ArrayList<>(); // judged only afterwards: a fault of ours must not pass for a broken file
        load(file, budget, grids);
        grids.forEach(sheets);
    }

    /** Judges the container without reading a sheet. */
    static void glance(Path file) {
        try (POIFSFileSystem container = new POIFSFileSystem(file.toFile(), true)) {
            judge(container.getRoot());
        } catch (RefusedException e) {
            throw e;
        } catch (OldExcelFormatException e) {
            throw WorkbookRefusal.WORKBOOK_TOO_OLD.now();
        } catch (RuntimeException | IOException e) {
            throw WorkbookRefusal.WORKBOOK_DAMAGED.now(); // the library answers broken containers with many kinds of exception
        }
    }

    private static void load(Path file, Budget budget, List<Grid> grids) {
        try (POIFSFileSystem container = new POIFSFileSystem(file.toFile(), true)) {
            DirectoryNode root = container.getRoot();
            judge(root);
            XlsRecords records = new XlsRecords(budget, grids::add);
            HSSFRequest request = new HSSFRequest();
            request.addListenerForAllRecords(records);
            new HSSFEventFactory().processWorkbookEvents(request, root);
            records.end();
        } catch (RefusedException e) {
            throw e;
        } catch (EncryptedDocumentException e) {
            throw WorkbookRefusal.WORKBOOK_ENCRYPTED.now();
        } catch (OldExcelFormatException e) {
            throw WorkbookRefusal.WORKBOOK_TOO_OLD.now();
        } catch (FileNotFoundException e) {
            throw WorkbookRefusal.WORKBOOK_NOT_EXCEL.now();
        } catch (RuntimeException | IOException e) {
            throw WorkbookRefusal.WORKBOOK_DAMAGED.now(); // the library answers broken records with many kinds of exception
        }
    }

    private static void judge(DirectoryNode root) {
        if (root.hasEntryCaseInsensitive(Decryptor.DEFAULT_POIFS_ENTRY) || root.hasEntryCaseInsensitive("EncryptionInfo"))
            throw WorkbookRefusal.WORKBOOK_ENCRYPTED.now();
        if (root.hasEntryCaseInsensitive("_VBA_PROJECT_CUR") || root.hasEntryCaseInsensitive("_VBA_PROJECT"))
            throw WorkbookRefusal.WORKBOOK_HAS_MACROS.now();
        if (root.hasEntryCaseInsensitive("Workbook")) return;
        throw (root.hasEntryCaseInsensitive("Book") ? WorkbookRefusal.WORKBOOK_TOO_OLD : WorkbookRefusal.WORKBOOK_NOT_EXCEL).now();
    }
}
